throw new Error('the configuration was left half-edited');

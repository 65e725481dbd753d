export default { tickets: { pattern: /^ENG-\d+$/ }, lanes: {} };

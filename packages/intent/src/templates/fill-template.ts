/**
 * Fills the placeholders `{{name}}` of a template.
 * @throws Error for an unknown placeholder: templates are edited by hand.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) {
      throw new Error(`The template contains {{${name}}}; available are ${Object.keys(values).join(', ')}.`);
    }
    return value;
  });
}

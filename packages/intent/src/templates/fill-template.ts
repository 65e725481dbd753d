/**
 * Fills the gaps `{{name}}` of a template.
 * @throws Error when the template asks for something that is not known: a template is edited by hand.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) {
      throw new Error(`The template asks for {{${name}}}; it can have ${Object.keys(values).join(', ')}.`);
    }
    return value;
  });
}

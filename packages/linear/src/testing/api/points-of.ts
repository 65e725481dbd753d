import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLSchema,
  isLeafType,
  isObjectType,
  isInterfaceType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';

/** The most points that Linear allows for one query. */
export const mostPoints = 10_000;

const defaultPage = 50;

/**
 * The cost of a document by the formula of https://linear.app/developers/rate-limiting: 0.1 for a scalar, 1 for an
 * object,
 * and the content of a connection times its page size (50 unless given); rounded up.
 */
export function pointsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const root = operation && schema.getRootType(operation.operation);
  if (operation === undefined || root == null) return 0;
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );

  const ofSelections = (typeName: string, { selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + ofField(typeName, selection);
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        return sum + ofSelections(selection.typeCondition?.name.value ?? typeName, selection.selectionSet);
      }
      const fragment = fragments.get(selection.name.value);
      return fragment === undefined
        ? sum
        : sum + ofSelections(fragment.typeCondition.name.value, fragment.selectionSet);
    }, 0);

  const ofField = (typeName: string, field: FieldNode): number => {
    const owner = schema.getType(typeName);
    const type =
      isObjectType(owner) || isInterfaceType(owner) ? owner.getFields()[field.name.value]?.type : undefined;
    if (type === undefined) return 0.1;
    const named = getNamedType(type);
    if (isLeafType(named) || field.selectionSet === undefined) return 0.1;
    const inside = ofSelections(named.name, field.selectionSet);
    return named.name.endsWith('Connection') ? pageSize(field, variables) * inside : 1 + inside;
  };

  // Sums of tenths are not exact; anything below a tenth of a point is a rounding error.
  return Math.ceil(Math.round(ofSelections(root.name, operation.selectionSet) * 10) / 10);
}

function pageSize(field: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  const given = field.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last');
  const size = given === undefined ? undefined : valueFromASTUntyped(given.value, variables);
  return typeof size === 'number' ? size : defaultPage;
}

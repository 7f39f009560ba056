import {
  ArrayType,
  type ParameterReflection,
  type ProjectReflection,
  ReferenceType,
  type Reflection,
  ReflectionKind,
  type SomeType,
  UnionType,
  UnknownType,
} from 'typedoc'

/** No reader reads more of a type than that. */
const LONGEST = 400

/** Makes readable what TypeDoc has read of the sources. */
export function tidyApi(project: ProjectReflection): void {
  for (const reflection of Object.values(project.reflections)) {
    for (const type of typesOf(reflection)) shorten(type)
    if (reflection.kindOf(ReflectionKind.Parameter)) nameParameter(reflection as ParameterReflection)
  }
}

function typesOf(reflection: Reflection): SomeType[] {
  const { type } = reflection as { type?: SomeType }
  const { extendedTypes = [] } = reflection as { extendedTypes?: SomeType[] }
  return type ? [type, ...extendedTypes] : extendedTypes
}

/** The arguments of XState's types spell out a whole chart, on pages: `StateMachine<…>` says as much. */
function shorten(type: SomeType): void {
  if (type instanceof ArrayType) shorten(type.elementType)
  else if (type instanceof UnionType)
    type.types = type.types.flatMap((part) => (part instanceof UnionType ? part.types : [part]))
  else if (type instanceof ReferenceType && type.toString().length > LONGEST)
    type.typeArguments = [new UnknownType('…')]
}

/** One that is taken apart at once has no name of its own. Components have props, the others options. */
function nameParameter(parameter: ParameterReflection): void {
  if (parameter.name !== '__namedParameters') return
  parameter.name = /^[A-Z]/.test(parameter.parent?.name ?? '') ? 'props' : 'options'
}

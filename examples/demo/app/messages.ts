/** What the stage tells both sides to do. */
export const SIGN_IN = 'sign in'

/** What a side tells the stage: how high it is. */
export interface Size {
  height: number
}

export const isSize = (data: unknown): data is Size => typeof Object(data).height === 'number'

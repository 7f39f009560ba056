/** The subscription to what does not change by itself. */
export const never = () => () => {}

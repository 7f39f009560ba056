export const readOrders = async (): Promise<string[]> => []

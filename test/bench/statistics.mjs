export const sort = (numbers) => numbers.toSorted((a, b) => a - b)
export const quantile = (sorted, part) => sorted[Math.round((sorted.length - 1) * part)]
export const median = (numbers) => quantile(sort(numbers), 0.5)

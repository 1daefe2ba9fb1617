namespace InvoiceSync.Fiscal;

/// <summary>
/// A limit of a provider over one span of time: at most so many calls under the key until EndsAt. A later EndsAt is a new
/// span and begins anew; an earlier one, from a node whose clock is behind, counts into the span that runs.
/// </summary>
public sealed record CallAllowance(string Key, int Most, DateTimeOffset EndsAt, FiscalLimit Per);

namespace InvoiceSync.Kernel;

/// <summary>Bounds of a range, each of them or none. A query narrows its rows by them with Within.</summary>
public sealed record Between<T>(T? AtLeast = null, T? Above = null, T? AtMost = null, T? Below = null) where T : struct, IComparable<T>;

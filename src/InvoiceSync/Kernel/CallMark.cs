namespace InvoiceSync.Kernel;

/// <summary>Marks what is done for one repeatable call, and who of those who tried runs it.</summary>
public sealed record CallMark(Guid Id, Guid Runner);

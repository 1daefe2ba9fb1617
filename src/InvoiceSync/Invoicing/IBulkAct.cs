using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>
/// One thing that can be done with many invoices at once. What it foresees is shown to a person; what it does is then done in
/// that person's name, row by row, and once however often it is asked for.
/// </summary>
public interface IBulkAct
{
    /// <summary>Like file-again.</summary>
    string Name { get; }

    string Permission { get; }

    /// <summary>Asks in the name of whoever plans. To is a person's id where the act needs one.</summary>
    Task<Foreseen> Foresee(Caller caller, IDispatcher dispatcher, InvoiceId invoice, string? to, CancellationToken ct);

    /// <summary>Null when it was done, now or before; else why not. Version is what was foreseen: of what has changed since nothing is done.</summary>
    Task<Error?> Do(IDispatcher dispatcher, InvoiceId invoice, long version, string? to, CancellationToken ct);

    sealed record Foreseen(string Label, long Version = 0, Error? Against = null);
}

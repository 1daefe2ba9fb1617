namespace InvoiceSync.Invoicing;

/// <summary>
/// Turns one whole HTML page into a PDF. The page runs no script and reaches no network and no file; fonts are asked for below
/// FontsAt, and only those the printer brings are there.
/// </summary>
public interface IPagePrinter
{
    const string FontsAt = "https://paper.invalid/fonts/";

    Task<PrintAnswer> Print(string html, CancellationToken ct);
}

/// <summary>What came of a print: the file, or why there is none.</summary>
public abstract record PrintAnswer
{
    public sealed record Printed(byte[] Pdf) : PrintAnswer;

    /// <summary>There is nothing on this machine to print with.</summary>
    public sealed record Absent : PrintAnswer;

    /// <summary>Too many wait already.</summary>
    public sealed record Busy : PrintAnswer;

    /// <summary>Problem is for the log of who runs the server.</summary>
    public sealed record Failed(string Problem) : PrintAnswer;
}

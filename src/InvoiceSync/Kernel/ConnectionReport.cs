namespace InvoiceSync.Kernel;

/// <summary>The answer of a "test connection" button: passed or not, one headline, and each thing that was checked.</summary>
public sealed record ConnectionReport(bool Passed, string Headline, IReadOnlyList<ConnectionReport.Line> Lines)
{
    public sealed record Line(bool Passed, string What, string? Cure = null);
}

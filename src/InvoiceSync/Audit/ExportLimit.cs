namespace InvoiceSync.Audit;

/// <summary>How many entries one export holds. What is longer is not cut but refused: an auditor must not take a part for the whole.</summary>
public static class ExportLimit
{
    /// <summary>About 400 pages; more is for a program to read.</summary>
    const int Pages = 5_000;
    const int Rows = 100_000;

    public static int Of(ExportForm form) => form == ExportForm.Pdf ? Pages : Rows;
}

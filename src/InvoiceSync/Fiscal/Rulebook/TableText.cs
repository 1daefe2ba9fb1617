namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>The tables beside the code: code lists, elements an invoice does without, names of business terms, words.</summary>
static class TableText
{
    public static IReadOnlyList<string> Lines(string name)
    {
        using var stream = typeof(TableText).Assembly.GetManifestResourceStream($"InvoiceSync.Fiscal.Tables.{name}")
            ?? throw new InvalidOperationException($"The table {name} is not built in.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}

using System.Globalization;
using InvoiceSync.Kernel;
using InvoiceSync.Ledger;

namespace InvoiceSync.Web.Ledger;

/// <summary>An entry while it is being typed. What is no number stays visible and is refused as an amount that cannot be.</summary>
sealed class ManualForm
{
    public string? Day { get; set; }

    public string? Code { get; set; } = "RON";

    public string? Rate { get; set; }

    public string? Reason { get; set; }

    public List<Line> Lines { get; } = [new(), new()];

    public bool IsForeign => !string.Equals(Code?.Trim(), "RON", StringComparison.OrdinalIgnoreCase);

    /// <summary>Debits less credits typed so far.</summary>
    public decimal Difference => Lines.Sum(l => Number(l.Debit) - Number(l.Credit));

    public ManualEntry Read() => new(
        LedgerDays.Read(Day) ?? default, new Currency(Code?.Trim() ?? ""), IsForeign ? Number(Rate) : null,
        [.. Lines.Where(l => l.IsFilled).Select(l => l.Read())]);

    // The reader's own way of writing numbers.
    static decimal Number(string? text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.CurrentCulture, out var number) ? number : 0;

    internal sealed class Line
    {
        public string? Account { get; set; }

        public string? Debit { get; set; }

        public string? Credit { get; set; }

        public string? Customer { get; set; }

        public bool IsFilled => !string.IsNullOrWhiteSpace(Debit) || !string.IsNullOrWhiteSpace(Credit);

        public ManualLine Read() => new(
            Enum.TryParse<AccountRole>(Account, out var role) ? role : (AccountRole)(-1),
            string.IsNullOrWhiteSpace(Debit) ? EntrySide.Credit : EntrySide.Debit,
            string.IsNullOrWhiteSpace(Debit) || string.IsNullOrWhiteSpace(Credit) ? Number(Debit) + Number(Credit) : 0,
            Customer);
    }
}

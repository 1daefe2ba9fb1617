using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Sync.Model;

/// <summary>What ANAF's register says of the numbers that would be kept, each on its row. A register that is away keeps nobody from the rest.</summary>
static class RegisteredBuyers
{
    const int Together = 1000;

    public static async Task<IReadOnlyList<SyncCustomers.Row>> Check(IReadOnlyList<SyncCustomers.Row> rows, IReadOnlySet<string> foreign, IDispatcher dispatcher, CancellationToken ct)
    {
        var (asked, found, away) = (rows.Where(IsAsked).Select(r => Of(r).Digits).Distinct().ToList(), new Dictionary<string, CompanyRecord>(), (Error?)null);
        foreach (var some in asked.Chunk(Together))
        {
            var answer = await dispatcher.Send(new FindCompanies(some), ct);
            away = answer.Error;
            if (away is not null) break;
            foreach (var company in answer.OrThrow().Found) found[company.Cui] = company;
        }

        if (away is not null and not { Kind: ErrorKind.Unavailable }) throw new RuleBrokenException(away);
        return [.. rows.Select(r => !IsAsked(r) ? r : found.TryGetValue(Of(r).Digits, out var company) ? Judged(r, company) : Without(r, away))];

        bool IsAsked(SyncCustomers.Row row) =>
            row.Outcome is SyncCustomers.Outcome.Created or SyncCustomers.Outcome.Updated or SyncCustomers.Outcome.Unchanged && !foreign.Contains(row.Email) && Cui.TryParse(row.TaxId, out _);
    }

    static Cui Of(SyncCustomers.Row row) => Cui.TryParse(row.TaxId, out var cui) ? cui : default;

    static SyncCustomers.Row Judged(SyncCustomers.Row row, CompanyRecord company) => Noted(
        row,
        company.IsInactive ? $"{company.Name} is inactive in ANAF's register."
            : !company.IsVatPayer && row.TaxId!.TrimStart().StartsWith("RO", StringComparison.OrdinalIgnoreCase) ? $"{company.Name} is not registered for VAT: its CUI is written without RO."
            : $"In ANAF's register: {company.Name}.");

    static SyncCustomers.Row Without(SyncCustomers.Row row, Error? away) =>
        away is not null ? Noted(row, away.Message) : Noted(row with { Outcome = SyncCustomers.Outcome.Refused }, $"ANAF's register knows no company with the CUI {Of(row).Digits}.");

    static SyncCustomers.Row Noted(SyncCustomers.Row row, string note) => row with { Note = row.Note is null ? note : $"{row.Note} {note}" };
}

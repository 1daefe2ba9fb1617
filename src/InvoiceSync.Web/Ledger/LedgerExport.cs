using InvoiceSync.Kernel;
using InvoiceSync.Ledger;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Ledger;

/// <summary>/ledger/export: the trial balance of a day, an account or a customer's statement between two days, as a table file with exact figures.</summary>
static class LedgerExport
{
    const int AtOnce = 200;

    public static void MapLedgerExport(this WebApplication app) =>
        app.MapGet("/ledger/export", Export).RequireAuthorization("ledger.read").ExcludeFromDescription();

    static async Task<IResult> Export(string? on, string? account, string? customer, string? from, string? to, IDispatcher dispatcher, TimeProvider time, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (!string.IsNullOrEmpty(customer)) return await Statement(new(customer, LedgerDays.Read(from) ?? new(today.Year, 1, 1), LedgerDays.Read(to) ?? today), dispatcher, ct);
        var chart = await dispatcher.Ask(new ListAccounts(), ct);
        if (chart.Error is { } refused) return refused.ToProblem();
        var codes = chart.OrThrow().ToDictionary(a => a.Role, a => a.Code);
        if (!Enum.TryParse<AccountRole>(account, out var role) || !Enum.IsDefined(role)) return await Balance(LedgerDays.Read(on) ?? today, codes, dispatcher, ct);
        var last = LedgerDays.Read(to) ?? today;
        return TypedResults.Stream(body => Lines(body, new(role, LedgerDays.Read(from) ?? new(last.Year, 1, 1), last, Take: AtOnce), codes[role], dispatcher, ct), "text/csv", $"account-{codes[role]}.csv");
    }

    static async Task<IResult> Balance(DateOnly day, Dictionary<AccountRole, string> codes, IDispatcher dispatcher, CancellationToken ct)
    {
        var asked = await dispatcher.Ask(new GetTrialBalance(day), ct);
        if (asked.Error is { } refused) return refused.ToProblem();
        var rows = asked.OrThrow().Rows.Select(r => CsvRow.Of(codes[r.Account], r.Account.ToString(), r.Currency.Code, r.Debit, r.Credit, r.Balance, r.RonDebit, r.RonCredit, r.RonBalance));
        var text = string.Join("\r\n", rows.Prepend("account,role,currency,debit,credit,balance,ron_debit,ron_credit,ron_balance")) + "\r\n";
        return TypedResults.File(System.Text.Encoding.UTF8.GetBytes(text), "text/csv", $"trial-balance-{LedgerDays.Write(day)}.csv");
    }

    static async Task<IResult> Statement(GetCustomerStatement query, IDispatcher dispatcher, CancellationToken ct)
    {
        var asked = await dispatcher.Ask(query, ct);
        if (asked.Error is { } refused) return refused.ToProblem();
        return TypedResults.File(System.Text.Encoding.UTF8.GetBytes(StatementFile.Of(query, asked.OrThrow())), "text/csv", $"statement-{LedgerDays.Write(query.From)}-{LedgerDays.Write(query.To)}.csv");
    }

    static async Task Lines(Stream body, GetAccountLedger query, string code, IDispatcher dispatcher, CancellationToken ct)
    {
        await using var file = new StreamWriter(body);
        await file.WriteLineAsync("account,date,entry,kind,memo,customer,debit,credit,currency,ron");
        PageKey? after = null;
        do
        {
            var page = (await dispatcher.Ask(query with { After = after }, ct)).OrThrow().Lines;
            foreach (var r in page.Rows)
            {
                var (debit, credit) = r.Side == EntrySide.Debit ? (r.Amount.Amount, 0m) : (0m, r.Amount.Amount);
                await file.WriteLineAsync(CsvRow.Of(code, LedgerDays.Write(r.Date), r.Entry.ToString(), r.Kind, r.Memo, r.CustomerName, debit, credit, r.Amount.Currency.Code, r.Ron));
            }

            after = page.Next;
        }
        while (after is not null);
    }
}

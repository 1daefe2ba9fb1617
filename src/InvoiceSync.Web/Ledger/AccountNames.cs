using InvoiceSync.Ledger;
using InvoiceSync.Web.Resources;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Web.Ledger;

/// <summary>What a company's accounts are called on screen: its own names, else the standard ones in the reader's language.</summary>
public sealed class AccountNames(IReadOnlyList<ListAccounts.Row> chart, IStringLocalizer<Portal> texts)
{
    readonly Dictionary<AccountRole, ListAccounts.Row> byRole = chart.ToDictionary(a => a.Role);

    public IEnumerable<(string Value, string Text)> Choices => chart.OrderBy(a => a.Code, StringComparer.Ordinal).Select(a => (a.Role.ToString(), $"{a.Code} · {Name(a.Role)}"));

    public string Code(AccountRole role) => byRole[role].Code;

    public string Name(AccountRole role) => byRole[role].Name ?? Standard(role, texts);

    public static string Standard(AccountRole role, IStringLocalizer<Portal> texts) => texts[$"ledger.account.{role}"].Value;
}

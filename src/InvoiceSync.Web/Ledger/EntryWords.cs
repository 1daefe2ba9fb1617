using InvoiceSync.Web.Resources;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Web.Ledger;

/// <summary>What an entry is for, in a bookkeeper's words; a kind nobody has named yet is shown as it is.</summary>
static class EntryWords
{
    public static string Of(IStringLocalizer<Portal> texts, string kind) =>
        texts[$"ledger.kind.{kind}"] is { ResourceNotFound: false } known ? known.Value : kind;
}

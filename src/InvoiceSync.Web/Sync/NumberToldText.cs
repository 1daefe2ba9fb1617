using InvoiceSync.Web.Resources;
using InvoiceSync.Web.Shared;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Web.Sync;

/// <summary>What a page says once a buyer's tax number was told, with how many sales go on.</summary>
static class NumberToldText
{
    public static string NumberTold(this IStringLocalizer<Portal> words, int sales) => sales == 0 ? words["mapping.saved"] : words.Counted("mapping.go-on", sales);
}

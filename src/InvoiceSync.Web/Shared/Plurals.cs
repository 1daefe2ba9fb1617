using InvoiceSync.Web.Resources;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Web.Shared;

/// <summary>Words that go with a number: each such text stands three times, for one, for a few, and for twenty and more, where Romanian says "de".</summary>
public static class Plurals
{
    public static string Counted(this IStringLocalizer<Portal> words, string key, int count, params object[] more) =>
        words[$"{key}{Form(count)}", [count, .. more]];

    // 1 zi, 2 zile, 19 zile, 20 de zile, 101 zile, 120 de zile.
    static string Form(int count) => count == 1 ? ".one" : count == 0 || count % 100 is > 0 and < 20 ? "" : ".many";
}

using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Sync;

/// <summary>A program may say by whom it expects the company to file: another answer than the company's choice is a mistake of one of them.</summary>
static class AskedProvider
{
    /// <summary>Null when nothing was asked, or what the company has chosen.</summary>
    public static async Task<Error?> Refusal(this IDispatcher dispatcher, string? asked, CancellationToken ct)
    {
        if (asked is null) return null;
        var known = await dispatcher.Ask(new GetProviders(), ct);
        if (!known.IsOk) return known.Error;
        var providers = known.OrThrow();
        if (providers.Choices.All(choice => choice.Name != asked)) return ApiErrors.ProviderUnknown;
        return providers.Chosen == asked ? null : ApiErrors.ProviderMismatched;
    }
}

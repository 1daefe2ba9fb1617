using System.Globalization;
using Bunit;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;
using InvoiceSync.Web.Resources;
using InvoiceSync.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Tests.Web;

/// <summary>Draws single pieces of the portal in one language, for a company in Bucharest.</summary>
sealed class PortalPieces : BunitContext
{
    public static readonly Workplace Bucharest = new(
        new GetTenant.View(new TenantId(Guid.CreateVersion7()), "acme", "Acme SRL", TenantMode.Practice, "Europe/Bucharest"), Caller.Nobody);

    public PortalPieces(string culture = "en-GB")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
        Services.AddLogging();
        Services.AddLocalization();
        Services.AddSingleton(TimeProvider.System);
        Services.AddScoped<ErrorTexts>();
    }

    public IStringLocalizer<Portal> Texts => Services.GetRequiredService<IStringLocalizer<Portal>>();
}

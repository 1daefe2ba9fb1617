using InvoiceSync.Connectors.Anaf;
using InvoiceSync.Connectors.AnafRegistry;
using InvoiceSync.Connectors.Archive;
using InvoiceSync.Connectors.Bnr;
using InvoiceSync.Connectors.Chromium;
using InvoiceSync.Connectors.Hooks;
using InvoiceSync.Connectors.NameServers;
using InvoiceSync.Connectors.Saml;
using InvoiceSync.Connectors.Siem;
using InvoiceSync.Connectors.SmartBill;
using InvoiceSync.Connectors.Stripe;
using InvoiceSync.Fiscal;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Modules;
using InvoiceSync.Monitoring;
using InvoiceSync.Tenancy;
using InvoiceSync.Web.Audit;
using InvoiceSync.Web.Hosting.Sso;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Web.Hosting;

/// <summary>Puts the portal together: the database first, then the business, its connectors, and the hats this process wears.</summary>
public static class PortalHost
{
    /// <summary>With also, a test host replaces a part, for instance by a broken one.</summary>
    public static async Task<WebApplication> Build(string[] args, Action<IServiceCollection>? also = null)
    {
        // Named, because a test host starts us too, and the assets are found by the name.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(PortalHost).Assembly.GetName().Name });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(Limits.Apply);
        // It writes whole addresses, and people put keys into queries that belong into headers.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        var options = PortalOptions.Read(builder.Configuration);
        var services = builder.Services;
        using var startLog = LoggerFactory.Create(l => l.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole());

        var reset = builder.Configuration.GetValue("reset", false);
        await DatabaseChoice.Add(services, builder.Configuration, options, reset, startLog.CreateLogger("Database"));
        var practice = await Practice.PracticeHost.Start(options, reset, CancellationToken.None);
        services.AddSingleton(options).AddSingleton(practice).AddHostedService(_ => practice);
        services.AddSingleton<Practice.PracticeControls>().AddSingleton<Practice.PracticeSetUp>().AddHttpClient(Practice.PracticeControls.Client);
        services.AddSingleton(new ProviderHosts { Practice = practice.Address, PracticeMail = practice.Mail });
        services.AddSingleton(MasterKeyFile.Read(builder.Configuration, options));
        services.AddAuditAnchors(builder.Configuration, options);
        if (builder.Configuration["Fiscal:UblSchemas"] is { Length: > 0 } folder) services.AddSingleton(UblSchemas.FromFolder(folder));
        services.AddSingleton(new KeptDays(builder.Configuration.GetSection("InvoiceSync:Keep").Get<Dictionary<string, int>>() ?? []));
        services.AddInvoiceSync().AddStripe().AddBnr().AddAnafRegistry().AddAnaf().AddSmartBill().AddArchive().AddSaml().AddSiem().AddHooks();
        services.AddDns(builder.Configuration.GetSection("Dns:Servers").Get<string[]>() ?? []);
        services.AddChromium(builder.Configuration.GetSection("Printing").Get<ChromiumSettings>() ?? new());
        services.AddMail(builder.Configuration);
        FiscalProviders.Watch(services);
        services.AddPortalSecurity().AddSso(builder.Configuration).AddPortalApi().AddPortal();
        // A process that only shows pages comes and goes: the practice Stripe delivers to one that works.
        if (options.Does("jobs")) services.AddWorkRunner().AddTimetable().AddHostedService<ResealAtStart>().AddHostedService<Practice.PracticeEndpoint>();

        also?.Invoke(services);
        var app = builder.Build();
        await app.Services.GetRequiredService<ISchema>().Migrate(CancellationToken.None);
        if (practice.Address is not null) await app.Services.GetRequiredService<Practice.PracticeSetUp>().Run(CancellationToken.None);
        return app.UsePortal();
    }
}

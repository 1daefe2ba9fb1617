using InvoiceSync.Fiscal;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Connectors.Archive;

/// <summary>The plain archive under the name "archive": for companies that have their documents filed by somebody else.</summary>
public static class ArchiveConnector
{
    public const string Name = "archive";

    public static IServiceCollection AddArchive(this IServiceCollection services) => services.AddKeyedSingleton<IFiscalProvider, ArchiveProvider>(Name);
}

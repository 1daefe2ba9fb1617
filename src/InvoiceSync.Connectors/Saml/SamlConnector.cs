using System.Reflection;
using System.Security.Cryptography.Xml;
using InvoiceSync.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvoiceSync.Connectors.Saml;

/// <summary>SAML 2.0 sign-in as a service provider. It stands on the framework's canonicalisation, so it refuses to start on one with known holes.</summary>
public static class SamlConnector
{
    // CVE-2026-33116, -26171, -47302, -47304, -50525 and -50648 are mended here.
    static readonly Version Mended = new(10, 0, 10);

    public static IServiceCollection AddSaml(this IServiceCollection services)
    {
        RequireMended(typeof(XmlDsigExcC14NTransform).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new GuardedLine(loopback: false));
        return services.AddSingleton<ISamlMetadata, SamlMetadataReader>();
    }

    /// <summary>Takes a version like 10.0.12+sha; a pre-release counts as its number.</summary>
    internal static void RequireMended(string? loaded)
    {
        if (!Version.TryParse(loaded?.Split('+', '-')[0], out var version) || version < Mended)
            throw new InvalidOperationException($"System.Security.Cryptography.Xml {loaded ?? "of unknown version"} is loaded; SAML needs at least {Mended}. Update the ASP.NET Core runtime and keep no older package reference.");
    }
}

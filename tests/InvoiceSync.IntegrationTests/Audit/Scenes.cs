using System.Security.Cryptography;
using InvoiceSync.Audit;
using InvoiceSync.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>What scenes of the log are furnished with.</summary>
static class Scenes
{
    static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static CheckpointKeys Signer { get; } = new([Key]);

    /// <summary>The same key for another process.</summary>
    public static string SignerPem => Key.ExportPkcs8PrivateKeyPem();

    public static void Keys(IServiceCollection services) => services.AddSingleton(Signer);

    /// <summary>One entry appended past our own code, as a program with the application's password would.</summary>
    public static string RawAppend(TenantId chain)
    {
        const string text = "array['x']";
        const string none = "array[''::bytea]";
        string[] values = [text, text, text, none, text, text, text, text, text, text, none, none, text, text, none, "array['\\x00'::bytea]"];
        return $"select audit.append('{chain.Value}', array[gen_random_uuid()], array[now()], {string.Join(", ", values)})";
    }
}

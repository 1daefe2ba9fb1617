using System.Text.RegularExpressions;
using InvoiceSync.IntegrationTests.Sandbox;

namespace InvoiceSync.IntegrationTests.Rest;

/// <summary>The examples of the guide of the clients.</summary>
static class ClientGuide
{
    public static async Task<string> Code(string language) => Regex.Match(
        await File.ReadAllTextAsync(SharedData.Repository("docs", "guides", "clients.md"), TestContext.Current.CancellationToken), $"^```{language}\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
}

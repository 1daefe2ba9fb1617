using System.Globalization;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;

namespace InvoiceSync.Sandbox.Anaf.Messages;

/// <summary>Uploads, their bytes, and the messages people find in their lists.</summary>
static class Documents
{
    public const string Uploads = "anaf/upload", Bodies = "anaf/body", Messages = "anaf/message", Refusals = "anaf/refusal";

    const long FirstIndex = 5_000_000_001, FirstMessage = 3_000_000_001;

    public static string NextIndex(Work work) => Text(FirstIndex + work.Table(Uploads).Next);

    public static string NextMessage(Work work) => Text(FirstMessage + work.Table(Messages).Next);

    public static JsonObject? Upload(AnafCall call, string index) => Mine(call, call.Work.Find(Uploads, index));

    public static JsonObject? Message(AnafCall call, string id) => Mine(call, call.Work.Find(Messages, id));

    /// <summary>Test and prod are two worlds in one store.</summary>
    static JsonObject? Mine(AnafCall call, JsonObject? found) => (string?)found?["environment"] == call.Environment ? found : null;

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

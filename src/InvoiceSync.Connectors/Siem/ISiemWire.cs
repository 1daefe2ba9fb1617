using System.Net.Http.Headers;
using InvoiceSync.Audit;

namespace InvoiceSync.Connectors.Siem;

/// <summary>What is particular to one log system: its path, the form of a batch, how the token is shown, and how it answers.</summary>
interface ISiemWire
{
    string Path { get; }

    string MediaType { get; }

    byte[] Body(OutletTarget target, IReadOnlyList<OutletEntry> entries);

    void Authorize(HttpRequestHeaders headers, string token);

    /// <summary>Null when the status alone says it.</summary>
    OutletAnswer? Read(GuardedReply.Answered answered, int count);
}

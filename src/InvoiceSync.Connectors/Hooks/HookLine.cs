using System.Text;
using InvoiceSync.Webhooks;

namespace InvoiceSync.Connectors.Hooks;

/// <summary>One message, one guarded call, with the headers of Standard Webhooks. Of the answer nothing is kept but its status.</summary>
sealed class HookLine(GuardedLine line) : IHookLine
{
    public bool MayCall(Uri address) => line.MayCall(address);

    public async Task<HookReply> Post(Uri address, string secret, HookMessage message, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new StringContent(message.Body, Encoding.UTF8, "application/json");
        request.Headers.UserAgent.ParseAdd("InvoiceSync");
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", HookSignature.Seconds(message));
        request.Headers.Add("webhook-signature", HookSignature.Of(message, secret));
        return await line.Send(request, ct) switch
        {
            GuardedReply.Answered answered => new((int)answered.Status, null),
            GuardedReply.Failed(var why) => new(null, why),
            _ => new(null, "unreachable"),
        };
    }
}

using System.Net;
using System.Text;

namespace InvoiceSync.IntegrationTests.Fiscal.Schedules;

/// <summary>The line to every provider: refused, cut, silent after the work was done, answered by a firewall, or the end of the machine.</summary>
sealed class BrokenLine(Storm storm) : DelegatingHandler
{
    const double Often = 0.3;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!storm.Strikes(Often)) return await base.SendAsync(request, cancellationToken);
        switch (storm.Pick(9))
        {
            case 0: throw new PowerCutException();
            case 1: throw new HttpRequestException(HttpRequestError.ConnectionError, "connection refused");
            case 2:
                if (request.Content is { } body) await body.CopyToAsync(Stream.Null, cancellationToken);
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut while sending");
            case 3: return new(HttpStatusCode.TooManyRequests);
            case 4: return new(HttpStatusCode.OK) { Content = new StringContent("<html><head><title>Request Rejected</title></head></html>", Encoding.UTF8, "text/html") };
        }

        // From here on the other side has done its work, and we do not hear of it.
        (await base.SendAsync(request, cancellationToken)).Dispose();
        throw storm.Pick(4) switch
        {
            0 => new PowerCutException(),
            1 => new TaskCanceledException("no answer in time"),
            2 => new HttpRequestException(HttpRequestError.ResponseEnded, "cut while answering"),
            _ => new IOException("connection reset"),
        };
    }
}

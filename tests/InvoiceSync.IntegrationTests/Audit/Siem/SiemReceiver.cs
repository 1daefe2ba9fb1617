using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.IntegrationTests.Audit.Siem;

/// <summary>
/// A log system that holds to its documented protocol and refuses whatever does not. It keeps what it took by id and how often,
/// finds entries of the resource "poison" unacceptable, and fails in the ways it is told, one request each.
/// </summary>
public abstract class SiemReceiver : IAsyncDisposable
{
    public const string Poison = "poison";
    public const string Token = "token-of-the-company";

    WebApplication? app;

    public Queue<Fault> Faults { get; } = [];

    /// <summary>Ids in the order they were first taken, and how often each came.</summary>
    public List<string> Order { get; } = [];

    public Dictionary<string, int> Times { get; } = [];

    public Dictionary<string, JsonElement> Documents { get; } = [];

    /// <summary>What was wrong with a request besides an entry; to be empty at the end of every test.</summary>
    public List<string> Complaints { get; } = [];

    public int Requests { get; private set; }

    public Uri Address { get; private set; } = null!;

    public enum Fault
    {
        None,
        Busy,
        AskedForPeace,
        Silent,
        TakenAndCutOff,
        WrongToken,
    }

    protected abstract string Path { get; }

    public static async Task<T> Open<T>() where T : SiemReceiver, new()
    {
        var receiver = new T();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        receiver.app = builder.Build();
        receiver.app.Urls.Add("http://127.0.0.1:0");
        receiver.app.Map("/{**rest}", (Func<HttpContext, Task<IResult>>)receiver.Handle);
        await receiver.app.StartAsync(TestContext.Current.CancellationToken);
        receiver.Address = new(receiver.app.Urls.First());
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await app!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes the batch, or refuses it, as the system documents.</summary>
    protected abstract IResult Take(HttpRequest request, byte[] body);

    protected void Keep(string id, JsonElement document)
    {
        if (!Times.TryAdd(id, 1)) Times[id]++;
        else Order.Add(id);
        Documents[id] = document.Clone();
    }

    protected void Require(bool holds, string otherwise)
    {
        if (!holds) Complaints.Add(otherwise);
    }

    protected static bool IsPoison(JsonElement audit) => audit.GetProperty("resource_id").GetString() == Poison;

    async Task<IResult> Handle(HttpContext context)
    {
        Requests++;
        var fault = Faults.TryDequeue(out var next) ? next : Fault.None;
        var request = context.Request;
        Require(request.Method == "POST" && request.Path == Path, $"{request.Method} {request.Path} is not {Path}");
        using var body = new MemoryStream();
        if (request.Headers.ContentEncoding == "gzip") await new GZipStream(request.Body, CompressionMode.Decompress).CopyToAsync(body, context.RequestAborted);
        else Require(false, "not compressed");
        switch (fault)
        {
            case Fault.Busy:
                return Results.StatusCode(503);
            case Fault.AskedForPeace:
                context.Response.Headers.RetryAfter = "120";
                return Results.StatusCode(429);
            case Fault.WrongToken:
                return Results.Json(new { text = "Invalid token", code = 4 }, statusCode: 403);
            case Fault.Silent:
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                break;
            case Fault.TakenAndCutOff:
                Take(request, body.ToArray());
                context.Abort();
                return Results.Empty;
        }

        return Take(request, body.ToArray());
    }
}

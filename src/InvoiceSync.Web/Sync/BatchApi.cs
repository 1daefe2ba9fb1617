using System.Text.Json.Serialization;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace InvoiceSync.Web.Sync;

/// <summary>/api/invoices/process/batch: up to 500 sales in one call, one result each. A call repeated with its Idempotency-Key is the same batch.</summary>
static class BatchApi
{
    public static void MapBatchApi(this RouteGroupBuilder invoices)
    {
        invoices.MapPost("/process/batch", Start).Accepts<Request>("application/json", ApiBody.Anything).WithMetadata(new RequestSizeLimitAttribute(ApiBody.LargestList))
            .Describe<Started>("process_batch", "Makes and files the e-invoices of up to 500 sales, each for itself", StatusCodes.Status202Accepted, 400, 409);
        invoices.MapGet("/process/batch/{id}", Show).Describe<BatchBody>("get_batch", "How far a batch has come, with the result of each sale", 404);
        invoices.MapPost("/process/batch/{id}/retry", Retry).Describe<Started>("retry_batch", "Does once more what failed or waits for a person", StatusCodes.Status202Accepted, 404, 409, 422);
    }

    static Task<IResult> Start(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => ApiBody.With<Request>(request, async body =>
    {
        if (await dispatcher.Refusal(body.Provider, ct) is { } refusal) return refusal.ToProblem();
        List<BatchItem> items = [];
        foreach (var item in body.Items ?? [])
        {
            if (item?.SourceType is null || !ProcessingApi.Kinds.TryGetValue(item.SourceType, out var kind)) return ApiErrors.SourceTypeUnknown.ToProblem();
            if (string.IsNullOrEmpty(item.SourceId)) return ApiErrors.SourceIdMissing.ToProblem();
            items.Add(new(new(kind, item.SourceId), new(Given(item.CustomerTaxId), Given(item.InvoiceNumber))));
        }

        string? key = request.Headers.TryGetValue("Idempotency-Key", out var given) ? given.ToString() : null;
        return (await dispatcher.Send(new StartBatch(items, key), ct)).Match<IResult>(
            batch => Accepted(request, batch),
            error => error.Named(("Items", "items"), ("TaxId", "customer_tax_id"), ("IdempotencyKey", "Idempotency-Key")).ToProblem());
    });

    static async Task<IResult> Show(string id, IDispatcher dispatcher, CancellationToken ct)
    {
        if (!Ids.TryParse<BatchId>(id, out var batch)) return ApiErrors.NotFound.ToProblem();
        var asked = await dispatcher.Ask(new GetBatch(batch), ct);
        if (asked.Error is { } error) return (error.Kind is ErrorKind.NotFound ? ApiErrors.NotFound : error).ToProblem();
        return (await dispatcher.Ask(new ListBatchRows(batch, Take: 500), ct)).Match<IResult>(rows => TypedResults.Ok(BatchBody.Of(asked.OrThrow(), rows)), e => e.ToProblem());
    }

    static async Task<IResult> Retry(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct)
    {
        if (!Ids.TryParse<BatchId>(id, out var batch)) return ApiErrors.NotFound.ToProblem();
        return (await dispatcher.Send(new RetryBatch(batch), ct)).Match<IResult>(
            _ => Accepted(request, batch), error => (error.Kind is ErrorKind.NotFound ? ApiErrors.NotFound : error).ToProblem());
    }

    static Accepted<Started> Accepted(HttpRequest request, BatchId batch)
    {
        var url = $"{request.PathBase}/api/invoices/process/batch/{batch}";
        return TypedResults.Accepted(url, new Started(batch.ToString(), url));
    }

    static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    sealed record Request(IReadOnlyList<Item?>? Items, string? Provider = null);

    /// <summary>As in POST /api/invoices/process.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    sealed record Item(string? SourceType, string? SourceId, string? CustomerTaxId = null, string? InvoiceNumber = null);

    sealed record Started(string Id, string StatusUrl);
}

using System.Security.Cryptography;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace InvoiceSync.Web.Shared;

/// <summary>Asks queries for a page: while it is first drawn the answers are put by; its circuit then starts with them.</summary>
sealed class FirstAnswers(IDispatcher dispatcher, ICallerSource callers, AnswersInFlight inFlight, PersistentComponentState state) : IDisposable
{
    const string Name = "first-answers";

    readonly Dictionary<object, object?> answers = [];
    Task<Dictionary<object, object?>>? taken;
    PersistingComponentStateSubscription? putting;

    public async Task<Result<T>> Ask<T>(IQuery<T> query, bool isInteractive, CancellationToken ct)
    {
        if (isInteractive)
        {
            var first = await (taken ??= Taken());
            return first.Remove(query, out var kept) ? (T)kept! : await dispatcher.Ask(query, ct);
        }

        putting ??= state.RegisterOnPersisting(Put, RenderMode.InteractiveServer);
        var result = await dispatcher.Ask(query, ct);
        if (result.IsOk) answers[query] = result.OrThrow();
        return result;
    }

    public void Dispose() => putting?.Dispose();

    // The state travels through the browser encrypted; only the name of the bag goes there, the answers stay here.
    async Task Put()
    {
        if (answers.Count == 0) return;
        var key = RandomNumberGenerator.GetHexString(32);
        inFlight.Put(key, await callers.Current(CancellationToken.None), answers);
        state.PersistAsJson(Name, key);
    }

    async Task<Dictionary<object, object?>> Taken() =>
        state.TryTakeFromJson<string>(Name, out var key) && key is not null && inFlight.Take(key, await callers.Current(CancellationToken.None)) is { } taken ? taken : [];
}

using System.Data.Common;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.Kernel.Dispatch;

/// <summary>
/// Gives every message its own scope and transaction, so a circuit that lives for hours never shares a DbContext between
/// two clicks; a question asked by a handler shares its handler's transaction. Permissions are asked here, once, for page, API, CLI and job alike; a broken rule comes back as an answer.
/// </summary>
sealed class Dispatcher(IServiceScopeFactory scopes, HandlerTable table, ICallerSource source, CallerHolder asking, IRefusalLog refusals, TimeProvider time, ILogger<Dispatcher> log) : IDispatcher
{
    static readonly Error ChangedMeanwhile = Error.Conflict("row.changed", "Someone else changed this in the meantime. Look again, then repeat.");
    static readonly Error Busy = Error.Unavailable("database.busy", "The database is busy for a moment. Try again.");
    static readonly Error Taken = Error.Conflict("row.duplicated", "This exists already.");

    public Task<Result<T>> Send<T>(ICommand<T> command, CancellationToken ct = default) => Carry(command, ct);

    public Task<Result<T>> Ask<T>(IQuery<T> query, CancellationToken ct = default) => Carry(query, ct);

    async Task<Result<T>> Carry<T>(IMessage<T> message, CancellationToken ct)
    {
        var entry = table.Of(message.GetType());
        var caller = await source.Current(ct);
        using var logged = log.BeginScope("{Action} {Correlation}", entry.Action, caller.CorrelationId);
        if (!entry.IsAnonymous && !(entry.Permission is { } asked && caller.May(asked)))
        {
            await refusals.Note(caller, entry.Action, entry.Permission ?? "", message);
            return CallerErrors.PermissionMissing;
        }

        if (entry.NeedsProof && caller is { Session: not null, IsSystem: false } && !(caller.ProvedAt > time.GetUtcNow() - StepUpAttribute.Fresh)) return StepUpAttribute.ProofMissing;

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerHolder>().Caller = caller;
        try
        {
            return entry.IsProcess ? await Handle(message, entry, scope, ct) : await InTransaction(message, entry, caller, scope, ct);
        }
        catch (RuleBrokenException broken)
        {
            log.LogInformation("Refused {Action}: {Code}", entry.Action, broken.Error.Code);
            return broken.Error;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ChangedMeanwhile;
        }
        catch (DbUpdateException failure) when (scope.ServiceProvider.GetRequiredService<IDialect>().IsDuplicate(failure))
        {
            return Taken;
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException or InvalidOperationException && scope.ServiceProvider.GetRequiredService<IDialect>().IsTransient(failure))
        {
            log.LogWarning("{Action} met a busy database: {Problem}", entry.Action, failure.GetBaseException().Message);
            return Busy;
        }
    }

    async Task<T> InTransaction<T>(IMessage<T> message, HandlerTable.Entry entry, Caller caller, AsyncServiceScope scope, CancellationToken ct)
    {
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        scope.ServiceProvider.GetRequiredService<CallerHolder>().Open = scope.ServiceProvider.GetRequiredService<InvoiceSyncDb>();
        if (entry.IsQuery && asking.Open is { } outer && work.MayJoin(outer))
        {
            await work.Join(outer, ct);
            var told = await Handle(message, entry, scope, ct);
            work.Leave(outer);
            return told;
        }

        await using var transaction = await work.Begin(ct);
        var answer = await Handle(message, entry, scope, ct);
        if (entry.IsQuery) await work.Close(transaction, caller, entry.Action, ct);
        else await work.Commit(transaction, caller, entry.Action, ct);
        return answer;
    }

    static Task<T> Handle<T>(IMessage<T> message, HandlerTable.Entry entry, AsyncServiceScope scope, CancellationToken ct) =>
        Route<T>.Of(entry).Handle(scope.ServiceProvider, message, ct);
}

using System.Text.Json;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync;

/// <summary>Turns a read notice into an inbox entry: which sale it is about, what work it asks for, or why none.</summary>
public static class TakeNotice
{
    public static InboxEntry Of(FindHook.Owner owner, HookEnvelope envelope, HookMeaning meaning, string via, ReadOnlyMemory<byte> raw, DateTimeOffset now)
    {
        var ignored = envelope.Live != owner.Live
            ? $"It is {(envelope.Live ? "live" : "test")} and this connection is not."
            : envelope.AccountId is { } account && owner.AccountId is { } mine && account != mine ? $"It is for account {account}." : null;
        return ignored is not null ? Entry(null, ignored, null) : meaning switch
        {
            HookMeaning.Refetch(var key) => Entry(key, null, Work(new ReadSale(key.Kind, key.Id), ReadSale.WorkKey(key))),
            HookMeaning.Tombstone(var key) => Entry(key, null, Work(new ReadSale(key.Kind, key.Id), ReadSale.WorkKey(key))),
            HookMeaning.Locate(var type, var id) => Entry(null, null, Work(new LocateSale(type, id), $"{type}:{id}")),
            HookMeaning.Ignored(var why) => Entry(null, why, null),
            _ => throw new InvalidOperationException($"Unknown meaning {meaning}."),
        };

        InboxEntry Entry(SourceKey? sale, string? why, NewWork? work) =>
            new(owner.Tenant, owner.Connection, envelope, via, raw, sale, why, work, now);

        NewWork Work<T>(ICommand<T> command, string key) =>
            new(owner.Tenant, command.GetType().Name, key, JsonSerializer.Serialize(command, command.GetType(), StoredJson.Options), now);
    }
}

using System.Text.Json;

namespace InvoiceSync.Kernel.Data;

/// <summary>Work, notices and named acts a unit of work leaves behind; they are written in its own transaction.</summary>
sealed class PendingWork
{
    public List<NewWork> Items { get; } = [];

    public List<Notice> Notices { get; } = [];

    public List<Act> Acts { get; } = [];

    /// <summary>Queues a command. Same name and key coalesce: one waits, and one that runs will run once more.</summary>
    public void Add<T>(TenantId tenant, ICommand<T> command, string key, DateTimeOffset due) =>
        Items.Add(new(tenant, command.GetType().Name, key, JsonSerializer.Serialize(command, command.GetType(), StoredJson.Options), due));
}

/// <summary>A row for the work queue: a command by its type name, or "on:Handler" for the delivery of one event to one reaction.</summary>
public sealed record NewWork(TenantId Tenant, string Name, string Key, string Body, DateTimeOffset Due);

using InvoiceSync.Kernel;

namespace InvoiceSync.PostgreSql;

/// <summary>Notices on the wire: tenant, topic and id, nothing else. "work" alone wakes the workers.</summary>
static class NoticeText
{
    public const string Work = "work";

    public static string Write(Notice notice) => $"{notice.Tenant.Value:N} {notice.Topic} {notice.Id:N}";

    public static Notice? Read(string payload) =>
        payload.Split(' ') is [var tenant, var topic, var id] && Guid.TryParse(tenant, out var t) && Guid.TryParse(id, out var i)
            ? new Notice(new(t), topic, i)
            : null;
}

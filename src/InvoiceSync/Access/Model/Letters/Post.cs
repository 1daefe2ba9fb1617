using System.Globalization;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Access.Model.Letters;

/// <summary>Leaves a letter to the work queue in the commit that gives cause for it. A link opens doors, so it waits sealed.</summary>
sealed class Post(InvoiceSyncDb db, MasterKey master, TimeProvider time)
{
    public void Write(LetterKind kind, User to, string? path = null, params string[] facts) => Write(kind, to.Email!, to.Name, path, facts);

    public void Write(LetterKind kind, string to, string name, string? path = null, params string[] facts)
    {
        var now = time.GetUtcNow();
        var key = $"{kind}:{Guid.CreateVersion7(now):N}";
        var link = path is null ? null : master.Seal(Purpose(key), path);
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        db.Pending.Add(db.Scope.Tenant!.Value, new WriteLetter(key, kind, to, name, language, link, facts), key, now);
    }

    /// <summary>A time as letters say it; readers may sit anywhere.</summary>
    public string Moment() => time.GetUtcNow().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Purpose(string key) => $"letter:{key}";
}

using InvoiceSync.Kernel.Modules;

namespace InvoiceSync.Audit;

/// <summary>
/// Who did what, when. An entry is written in the very commit it tells of, and the table only ever grows: neither we nor the
/// database's owner can change it by a plain statement.
/// </summary>
public sealed class AuditModule : IModule
{
    public static void Register(ModuleBuilder module)
    {
    }
}

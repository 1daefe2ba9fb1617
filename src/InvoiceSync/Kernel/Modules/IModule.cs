namespace InvoiceSync.Kernel.Modules;

/// <summary>A chapter of the business. Found by reflection; says which neighbours it uses and what runs by the clock.</summary>
public interface IModule
{
    static abstract void Register(ModuleBuilder module);
}

using Lysekil.Desk.Audit;
using Lysekil.Desk.Files;
using Lysekil.Desk.History;
using Lysekil.Desk.Layout;
using Lysekil.Desk.Pictures;
using Lysekil.Desk.Preview;
using Lysekil.Desk.Publishing;
using Lysekil.Desk.SignIn;
using Lysekil.Desk.Site;
using Lysekil.Desk.Writing;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace Lysekil.Desk;

/// <summary>Registers the desk.</summary>
public static class DeskRegistration
{
    /// <summary>
    /// Adds pages, sign-in, anti-forgery, data protection and the desk's own storage. The host registers
    /// <see cref="SiteStorage"/>, <c>PublishingEngine</c>, <see cref="TimeProvider"/> and
    /// <see cref="IVersionHistory"/>.
    /// </summary>
    public static IServiceCollection AddDesk(this IServiceCollection services, DeskOptions options)
    {
        services.AddRouting();
        services.AddLogging();
        services.AddRazorComponents();
        services.AddDeskSignIn(options.SignIn, options.LaptopRoles);
        services.AddDeskKeys();

        services.AddSingleton(new SiteLinks(options.SiteAddress));
        services.AddSingleton<DeskAssets>();
        services.AddSingleton<SwedishTime>();

        services.AddSingleton(provider => new SiteIndex(provider.GetRequiredService<SiteStorage>().Index));
        services.AddSingleton<AuditLog>();
        services.AddSingleton<VersionLog>();
        services.AddSingleton<DeletedFiles>();
        services.AddSingleton<SourceStore>();
        services.AddSingleton<IFileList, IndexFileList>();
        services.AddSingleton<FileReader>();

        services.AddSingleton(options);
        services.AddSingleton<Previews>();
        services.AddSingleton<PreviewLinks>();
        services.AddSingleton<SiteFile>();
        services.AddSingleton<TopicSuggestions>();
        services.AddSingleton<OpenFiles>();
        services.AddSingleton<Editor>();
        services.AddSingleton<NewArticles>();
        services.AddSingleton<ActionPlanner>();
        services.AddSingleton<DeskActions>();
        services.AddSingleton<PictureUploads>();
        services.AddSingleton<PictureLibrary>();
        services.AddSingleton<SettingsEditor>();
        return services;
    }

    /// <summary>
    /// Keeps the keys that protect tokens in the desk's container, so that each instance reads what another one wrote.
    /// </summary>
    private static void AddDeskKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Lysekil.Desk");
        services.AddOptions<KeyManagementOptions>().Configure<SiteStorage>(
            (keys, storage) => keys.XmlRepository = new BlobKeyRepository(storage.Desk));
    }
}

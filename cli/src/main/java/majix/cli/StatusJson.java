package majix.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import majix.formats.FileNames;
import majix.indexer.IndexStatus;
import majix.indexer.Skipped;

/// `majix status --format=json`: one object, as majix-json(5) tells.
final class StatusJson {
    private final Path rc;
    private final Path index;
    private final IndexStatus status;

    StatusJson(Path rc, Path index, IndexStatus status) {
        this.rc = rc;
        this.index = index;
        this.status = status;
    }

    private List<Json> folders() {
        List<Json> folders = new ArrayList<>();
        for (IndexStatus.Folder folder : StatusCommand.told(status.folders())) {
            Json json = new Json();
            JsonFormat.name("path", FileNames.bytes(folder.path()), json);
            json.put("messages", folder.messages());
            FolderChange change = FolderChange.of(folder.path(), status.written());
            folders.add(json.put("change", change.name().toLowerCase(Locale.ROOT)));
        }
        return folders;
    }

    private List<Json> skipped() {
        List<Json> skipped = new ArrayList<>();
        for (Skipped each : StatusCommand.told(status)) {
            Json json = new Json();
            JsonFormat.name("path", FileNames.bytes(each.path()), json);
            skipped.add(json.put("reason", each.reason()));
        }
        return skipped;
    }

    /// The object.
    Json object() throws IOException {
        Json json = new Json().put("version", JsonFormat.VERSION).put("majix", Help.version());
        JsonFormat.name("rcfile", FileNames.bytes(rc), json);
        JsonFormat.name("index", FileNames.bytes(index), json);
        json.put("written", JsonFormat.date(status.written().atZone(ZoneId.systemDefault())));
        json.put("written_ms", status.written().toEpochMilli());
        json.put("complete", status.complete());
        json.put("messages", status.messages());
        json.put("limited", status.limited());
        json.put("deleted", status.deleted());
        json.put("segments", (long) status.segments());
        json.put("files", (long) status.files());
        json.put("bytes", status.bytes());
        return json.putObjects("folders", folders()).putObjects("skipped", skipped());
    }
}

/// A file system for tests that fails where it is told to: a layer over the default one. Code under test gets a path of
/// it and is none the wiser, so every change that it makes to the disk by way of `java.nio.file` can be made to fail, or
/// to be the last one, without a hook in the product. Reading is never disturbed.
package majix.formats.faults;

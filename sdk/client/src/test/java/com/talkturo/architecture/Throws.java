package com.talkturo.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SimpleVerifier;

/**
 * The throw statements of a class, by the type that the compiler knows of what is thrown: {@code
 * throw new}, what a method made, and what was caught and is thrown again.
 */
final class Throws {
  private Throws() {}

  /** Each throw of a class that may throw something else, with method, line and type. */
  static List<String> ofOtherThan(Class<? extends Throwable> allowed, JavaClass type) {
    ClassNode node = read(type);
    List<String> found = new ArrayList<>();
    for (MethodNode method : node.methods) {
      Frame<BasicValue>[] frames = frames(node, method);
      for (int i = 0; i < method.instructions.size(); i++) {
        AbstractInsnNode instruction = method.instructions.get(i);
        // Without a frame, no way leads there.
        if (instruction.getOpcode() == Opcodes.ATHROW && frames[i] != null) {
          BasicValue thrown = frames[i].getStack(frames[i].getStackSize() - 1);
          if (!(thrown instanceof PassedOn) && !allowed.isAssignableFrom(load(thrown.getType()))) {
            found.add(
                method.name
                    + ":"
                    + line(instruction)
                    + " throws "
                    + thrown.getType().getClassName());
          }
        }
      }
    }
    return found;
  }

  private static ClassNode read(JavaClass type) {
    ClassNode node = new ClassNode();
    try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      new ClassReader(in).accept(node, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return node;
  }

  private static Frame<BasicValue>[] frames(ClassNode node, MethodNode method) {
    try {
      return new Analyzer<>(new ExceptionTypes()).analyze(node.name, method);
    } catch (AnalyzerException e) {
      throw new IllegalStateException(node.name + "." + method.name, e);
    }
  }

  private static Class<?> load(Type type) {
    try {
      return Class.forName(type.getClassName(), false, Throws.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int line(AbstractInsnNode instruction) {
    AbstractInsnNode before = instruction;
    while (before != null && !(before instanceof LineNumberNode)) {
      before = before.getPrevious();
    }
    return before == null ? 0 : ((LineNumberNode) before).line;
  }

  /** What a finally block or the end of a synchronized block lets pass, whatever it is. */
  private static final class PassedOn extends BasicValue {
    PassedOn() {
      super(Type.getType(Throwable.class));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof PassedOn;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  private static final class ExceptionTypes extends SimpleVerifier {
    ExceptionTypes() {
      super(ASM9, null, null, null, false);
      setClassLoader(Throws.class.getClassLoader());
    }

    @Override
    public BasicValue newExceptionValue(
        TryCatchBlockNode block, Frame<BasicValue> handler, Type exception) {
      return block.type == null
          ? new PassedOn()
          : super.newExceptionValue(block, handler, exception);
    }

    @Override
    public BasicValue merge(BasicValue one, BasicValue other) {
      if (one instanceof PassedOn && !(other instanceof PassedOn)) {
        return super.merge(newValue(one.getType()), other);
      }
      return super.merge(one, other);
    }
  }
}
